/** {@code evenkeel token …}: what programs show the server. */
@NullMarked
package dev.evenkeel.cli.token;

import org.jspecify.annotations.NullMarked;
