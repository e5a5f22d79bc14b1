package dev.clade.local.client;

import dev.clade.lineage.v1.ListLicenseFindingsRequest;
import dev.clade.lineage.v1.ListLicenseFindingsResponse;
import dev.clade.lineage.v1.ListObligationsRequest;
import dev.clade.lineage.v1.ListObligationsResponse;
import dev.clade.lineage.v1.ListTraitChangesRequest;
import dev.clade.lineage.v1.ListTraitChangesResponse;
import dev.clade.local.mesh.Service;

/** Reads whole answers about licences and other traits, page after page. */
public final class ComplianceReader {
  private final MeshClient client;

  /** Creates a reader that calls through a client. */
  public ComplianceReader(MeshClient client) {
    this.client = client;
  }

  /** Returns all pages of the changes along a walk as one answer. */
  public ListTraitChangesResponse changes(ListTraitChangesRequest request) {
    ListTraitChangesRequest.Builder next = request.toBuilder().setPageSize(Pages.LARGEST);
    return Pages.all(
        token ->
            client.call(
                Service.LINEAGE,
                () -> client.compliance().listTraitChanges(next.setPageToken(token).build())));
  }

  /** Returns all pages of the findings along a walk as one answer. */
  public ListLicenseFindingsResponse findings(ListLicenseFindingsRequest request) {
    ListLicenseFindingsRequest.Builder next = request.toBuilder().setPageSize(Pages.LARGEST);
    return Pages.all(
        token ->
            client.call(
                Service.LINEAGE,
                () -> client.compliance().listLicenseFindings(next.setPageToken(token).build())));
  }

  /** Returns all pages of what an artifact owes as one answer. */
  public ListObligationsResponse obligations(ListObligationsRequest request) {
    ListObligationsRequest.Builder next = request.toBuilder().setPageSize(Pages.LARGEST);
    return Pages.all(
        token ->
            client.call(
                Service.LINEAGE,
                () -> client.compliance().listObligations(next.setPageToken(token).build())));
  }
}
