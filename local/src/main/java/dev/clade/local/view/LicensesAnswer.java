package dev.clade.local.view;

import dev.clade.lineage.v1.ListLicenseFindingsResponse;
import dev.clade.lineage.v1.ListTraitChangesResponse;

/**
 * What becomes of licences along a lineage.
 *
 * @param changes how they change
 * @param findings whether they keep what others demand
 */
public record LicensesAnswer(
    ListTraitChangesResponse changes, ListLicenseFindingsResponse findings) {}
