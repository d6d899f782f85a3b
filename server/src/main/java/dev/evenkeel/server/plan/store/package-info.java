@NullMarked
package dev.evenkeel.server.plan.store;

import org.jspecify.annotations.NullMarked;
