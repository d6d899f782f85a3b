/** {@code evenkeel retention …}: how long things are kept, and what is held. */
@NullMarked
package dev.evenkeel.cli.retention;

import org.jspecify.annotations.NullMarked;
