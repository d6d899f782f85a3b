/**
 * What a piece of a runbook must look like, made from records. Checking, binding, the JSON Schema
 * and the reference all come from these shapes.
 */
@NullMarked
package dev.evenkeel.runbook.shape;

import org.jspecify.annotations.NullMarked;
