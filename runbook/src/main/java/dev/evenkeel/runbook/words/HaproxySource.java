package dev.evenkeel.runbook.words;

/** Reads HAProxy's own counters: requests, 5xx answers, and connections that broke. */
@Says("reads HAProxy's statistics")
public record HaproxySource(
    @Says("runtime API: path of a unix socket, or host:port") String address,
    @Says("backend/server") String server) {}
