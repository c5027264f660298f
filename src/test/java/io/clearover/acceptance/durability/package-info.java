/** What survives the end of a server, a lost database, a second server, and other programs that overwrite records. */
package io.clearover.acceptance.durability;
