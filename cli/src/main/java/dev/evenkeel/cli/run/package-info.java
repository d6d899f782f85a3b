/** {@code evenkeel run …}. */
@NullMarked
package dev.evenkeel.cli.run;

import org.jspecify.annotations.NullMarked;
