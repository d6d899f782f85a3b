package dev.evenkeel.server.tasks;

import dev.evenkeel.server.tasks.template.Template;

/** A version of a template with what it says. */
public record KeptTemplate(TemplateVersion version, String text, Template template) {}
