/**
 * The web application the fleet serves. Its classes run inside Tomcat and nowhere else: the same
 * bytes on the old and the new version.
 */
@NullMarked
package dev.evenkeel.demo.app;

import org.jspecify.annotations.NullMarked;
