package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Role;
import java.util.List;
import java.util.Optional;

/**
 * What a one-time link lets its holder do.
 *
 * @param roles those they will have
 * @param person who may set a new password with it; empty when somebody new joins
 */
public record Invitation(List<Role> roles, Optional<String> person) {}
