@NullMarked
package dev.evenkeel.server.retention.store;

import org.jspecify.annotations.NullMarked;
