package io.patchbay.connector;

import io.patchbay.company.CompanyGroup;

/** A connector together with its group, as lists show it. */
public record ConnectorSummary(Connector connector, CompanyGroup group) {}
