/**
 * Who must agree to an upgrade, and who did, to exactly which plan, runbook, window and risk; and
 * that no two duties of one upgrade fall to one person. Owns the tables {@code approval_*}.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "tasks", "plan", "risk", "risk :: reckon", "schedule"})
@NullMarked
package dev.evenkeel.server.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
