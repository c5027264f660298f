/** The live feed: who listens is told what changes, and nobody takes all of its places. */
package io.clearover.acceptance.feed;
