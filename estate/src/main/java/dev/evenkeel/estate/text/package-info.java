/** Documents as texts: JSON with places, canonical JSON, YAML. */
@NullMarked
package dev.evenkeel.estate.text;

import org.jspecify.annotations.NullMarked;
