package io.patchbay.system;

/** What kind of work a system does; groups the marketplace. */
public enum SystemCategory {
    ACCOUNTING,
    COMMUNICATION,
    CRM,
    DATABASE,
    E_COMMERCE,
    ERP,
    FILES,
    LOGISTICS,
    MARKETING,
    MARKETPLACE,
    PAYMENTS,
    PIM,
    POS,
    SUPPORT,
    WAREHOUSE,
    OTHER
}
