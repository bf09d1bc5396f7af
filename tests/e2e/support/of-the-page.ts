/**
 * Both hosts show one built page. What reaches no file, no window and no menu of the system is tested in the
 * short run on one of them, and on both in the long one, and in a real Electron.
 */
export const OF_THE_PAGE = '@page'
