/** What happens in a demo, and how it is told. */
@NullMarked
package dev.evenkeel.demo.story;

import org.jspecify.annotations.NullMarked;
