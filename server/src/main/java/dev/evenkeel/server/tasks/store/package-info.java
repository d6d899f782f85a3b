@NullMarked
package dev.evenkeel.server.tasks.store;

import org.jspecify.annotations.NullMarked;
