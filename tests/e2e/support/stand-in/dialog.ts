/** `dialog`: every question is cancelled, until a spec puts its own answer in the function's place. */
import type { Dialog } from 'electron'

export const dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'> = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async (...given: unknown[]) => {
    const options = given.at(-1) as { readonly cancelId?: number }
    return { response: options.cancelId ?? 0, checkboxChecked: false }
  },
}
