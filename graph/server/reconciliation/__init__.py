"""Matching of researchers' own tables with the graph: the Reconciliation Service API of the W3C, version 0.2.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/ is the specification.
"""
