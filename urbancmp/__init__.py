"""Urbanization indicators of Chinese jurisdictions: compared by definition, measured against targets."""
