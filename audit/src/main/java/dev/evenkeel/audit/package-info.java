/**
 * The chain of the audit trail: how an entry is hashed and written, and how a trail is verified.
 */
@NullMarked
package dev.evenkeel.audit;

import org.jspecify.annotations.NullMarked;
