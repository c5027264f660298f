/** Kills the server at every boundary between steps and inside of them, and looks whether anything was lost. */
package io.clearover.acceptance.kill;
