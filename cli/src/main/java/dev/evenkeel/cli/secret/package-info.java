/** {@code evenkeel secret …}. */
@NullMarked
package dev.evenkeel.cli.secret;

import org.jspecify.annotations.NullMarked;
