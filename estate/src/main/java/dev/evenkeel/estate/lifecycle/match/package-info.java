/** Which product a system is, by what it says of itself, and how sure that is. */
@NullMarked
package dev.evenkeel.estate.lifecycle.match;

import org.jspecify.annotations.NullMarked;
