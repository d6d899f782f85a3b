/** {@code evenkeel approval …}. */
@NullMarked
package dev.evenkeel.cli.approval;

import org.jspecify.annotations.NullMarked;
