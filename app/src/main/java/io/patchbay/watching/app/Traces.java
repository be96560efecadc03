package io.patchbay.watching.app;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

/** Where spans go to, where somebody wants them. */
record Traces(Tracer tracer, Propagator propagator) {}
