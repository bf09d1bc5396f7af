/** New things with sensible beginnings: ids from names, names from the palette. Knows no board and no mouse. */

import type { ZoneKind } from './palette'
import type { Point, Size } from './place'
import { freshStem, readableId } from './readable-id'
import { ROLE_TRAITS } from './role'
import { FORMAT_VERSION, type Note, type Scenario, type Zone } from './scenario'
import { SERVICE_ROLES, type Service, type ServiceKind, type ServiceRole } from './service'
import type { Text } from './text'

/** An empty board. */
export function newScenario(): Scenario {
  return {
    dryrun: FORMAT_VERSION,
    title: { en: 'New board', ru: 'Новая доска' },
    services: [],
    connections: [],
  }
}

/**
 * A service at `at` (its top left corner, board units). By a role it is the documents' service: the role is
 * its id, and its behaviour follows from the role; by a kind its id comes from its name.
 */
export function newService(
  what: ServiceRole | ServiceKind,
  at: Point,
  taken: ReadonlySet<string>,
  name: Text,
): Service {
  const position = { x: at.x, y: at.y }
  if (isRole(what)) {
    const { kind } = ROLE_TRAITS[what]
    return { id: freshStem(what, taken), kind, name, role: what, position }
  }
  return { id: readableId(name, what, taken), kind: what, name, position }
}

function isRole(what: ServiceRole | ServiceKind): what is ServiceRole {
  return SERVICE_ROLES.some((role) => role === what)
}

export function newZone(
  kind: ZoneKind,
  at: Point,
  size: Size,
  taken: ReadonlySet<string>,
  name: Text,
): Zone {
  return {
    id: readableId(name, kind, taken),
    name,
    kind,
    position: { x: at.x, y: at.y },
    size: { width: size.width, height: size.height },
  }
}

export function newNote(at: Point, size: Size, taken: ReadonlySet<string>, text: Text): Note {
  return {
    id: freshStem('note', taken),
    text,
    position: { x: at.x, y: at.y },
    size: { width: size.width, height: size.height },
  }
}
