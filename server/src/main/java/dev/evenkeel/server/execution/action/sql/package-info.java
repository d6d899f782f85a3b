/** Statements in a database, all of them or none. */
@NullMarked
package dev.evenkeel.server.execution.action.sql;

import org.jspecify.annotations.NullMarked;
