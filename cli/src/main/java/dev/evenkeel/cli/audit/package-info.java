/** {@code evenkeel audit …}. */
@NullMarked
package dev.evenkeel.cli.audit;

import org.jspecify.annotations.NullMarked;
