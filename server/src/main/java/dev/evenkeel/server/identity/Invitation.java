package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Role;
import java.util.Optional;

/**
 * What a one-time link lets its holder do.
 *
 * @param role the role they will have
 * @param person who may set a new password with it; empty when somebody new joins
 */
public record Invitation(Role role, Optional<String> person) {}
