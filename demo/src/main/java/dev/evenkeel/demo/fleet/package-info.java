/** Tomcat instances, their releases, and the command that operates them. */
@NullMarked
package dev.evenkeel.demo.fleet;

import org.jspecify.annotations.NullMarked;
