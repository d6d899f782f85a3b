/** Who really calls whom, beside what is declared. */
@NamedInterface("callers")
@NullMarked
package dev.evenkeel.server.inventory.callers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
