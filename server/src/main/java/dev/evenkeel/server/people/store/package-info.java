@NullMarked
package dev.evenkeel.server.people.store;

import org.jspecify.annotations.NullMarked;
