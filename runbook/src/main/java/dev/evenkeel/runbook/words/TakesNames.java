package dev.evenkeel.runbook.words;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a key outside of actions and sources whose text may hold {@code ${…}}. */
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesNames {}
