/**
 * What an action must be able to do. Adding one: its record in the language, one class here, one
 * test.
 */
@NamedInterface("action")
@NullMarked
package dev.evenkeel.server.execution.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
