/** {@code evenkeel channel …}. */
@NullMarked
package dev.evenkeel.cli.channel;

import org.jspecify.annotations.NullMarked;
