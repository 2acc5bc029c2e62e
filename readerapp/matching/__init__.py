"""From words to pairs of passages that share wording, for all documents at once.

stream → agreements → regions → candidates → boundaries → groups
"""
