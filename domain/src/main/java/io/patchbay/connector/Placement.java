package io.patchbay.connector;

import io.patchbay.company.CompanyGroupId;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemId;

/** The place that a connector takes: at most one connector per system, company group and environment. */
public record Placement(SystemId system, CompanyGroupId group, Environment environment) {}
