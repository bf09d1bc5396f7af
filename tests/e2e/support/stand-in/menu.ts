/** `Menu`: the template as items that specs can find and click. Nothing is shown. */
import type { Menu, MenuItem, MenuItemConstructorOptions } from 'electron'

type Click = (item: unknown, window: unknown, event: unknown) => void

class StandInItem implements Pick<MenuItem, 'id' | 'label' | 'type'> {
  readonly id: string
  readonly label: string
  readonly type: MenuItem['type']
  readonly submenu: StandInMenu | undefined

  constructor(private readonly options: MenuItemConstructorOptions) {
    this.id = options.id ?? ''
    this.label = options.label ?? ''
    this.type = options.type ?? 'normal'
    this.submenu = Array.isArray(options.submenu) ? new StandInMenu(options.submenu) : undefined
  }

  click(): void {
    const click = this.options.click as Click | undefined
    click?.(this, undefined, {})
  }
}

export class StandInMenu {
  private static shown: StandInMenu | null = null
  readonly items: readonly StandInItem[]

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.items = template.map((options) => new StandInItem(options))
  }

  static buildFromTemplate(template: Parameters<typeof Menu.buildFromTemplate>[0]): StandInMenu {
    return new StandInMenu(template as readonly MenuItemConstructorOptions[])
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    StandInMenu.shown = menu
  }

  static getApplicationMenu(): StandInMenu | null {
    return StandInMenu.shown
  }

  getMenuItemById(id: string): StandInItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}
