/**
 * The Evenkeel server: one package a domain, arrows declared in each {@code package-info} and
 * verified by a test.
 */
@NullMarked
package dev.evenkeel.server;

import org.jspecify.annotations.NullMarked;
