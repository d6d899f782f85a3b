/** {@code evenkeel task …}. */
@NullMarked
package dev.evenkeel.cli.task;

import org.jspecify.annotations.NullMarked;
