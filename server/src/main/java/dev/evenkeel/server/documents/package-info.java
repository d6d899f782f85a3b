/**
 * The documents about an upgrade, made from what is known of it: its plan and its roll-out plan, as
 * page, PDF and Markdown. What they say comes from {@link dev.evenkeel.server.plan.ChapterSource}s.
 */
@ApplicationModule(allowedDependencies = {"shared", "plan"})
@NullMarked
package dev.evenkeel.server.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
