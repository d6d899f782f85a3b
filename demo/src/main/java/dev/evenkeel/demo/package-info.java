/** A real fleet behind a proxy with a load: what {@code evenkeel demo} and the journeys run on. */
@NullMarked
package dev.evenkeel.demo;

import org.jspecify.annotations.NullMarked;
