"""The dry run: does doing the steps give what was ordered?"""
