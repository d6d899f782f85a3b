/**
 * {@code evenkeel …}: the command line. Talks to the server's HTTP API, some of it works without.
 */
@NullMarked
package dev.evenkeel.cli;

import org.jspecify.annotations.NullMarked;
