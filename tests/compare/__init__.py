"""Tests of the comparison of several translations."""
