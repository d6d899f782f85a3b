/** What a Prometheus-compatible server answers, asked for or stored. */
@NullMarked
package dev.evenkeel.cli.judge.prometheus;

import org.jspecify.annotations.NullMarked;
