/** The PostgreSQL that the server starts for itself when it is given none. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.evenkeel.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
