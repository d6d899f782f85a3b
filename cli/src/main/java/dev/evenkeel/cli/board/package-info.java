/** {@code evenkeel board …}. */
@NullMarked
package dev.evenkeel.cli.board;

import org.jspecify.annotations.NullMarked;
