/** How far the rules follow who calls whom: far beyond what anybody draws, and well within the stack. */
export const DEPTH_MAX = 100
