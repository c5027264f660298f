/** What a test sees of the data centre past its APIs: how each source VM's site is, and what was done, and how often. */
package io.clearover.lab.watch;
