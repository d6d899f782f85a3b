@NullMarked
package dev.evenkeel.server.approval.store;

import org.jspecify.annotations.NullMarked;
