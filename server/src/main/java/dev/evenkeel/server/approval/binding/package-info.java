/** What an approval binds, which changes void it, and who may have which duty; pure. */
@NamedInterface("binding")
@NullMarked
package dev.evenkeel.server.approval.binding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
